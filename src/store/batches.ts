/** Items set aside by what they have in common, and handed on when there are enough of them. */
export class Batches<K, T> {
  readonly #size: number;
  readonly #hand: (key: K, items: readonly T[]) => Promise<void>;
  readonly #held = new Map<K, T[]>();

  constructor(size: number, hand: (key: K, items: readonly T[]) => Promise<void>) {
    this.#size = size;
    this.#hand = hand;
  }

  async add(key: K, item: T): Promise<void> {
    const items = this.#held.get(key) ?? [];
    items.push(item);
    this.#held.set(key, items);
    if (items.length < this.#size) return;
    this.#held.delete(key);
    await this.#hand(key, items);
  }

  /** Hands on what is left. */
  async finish(): Promise<void> {
    for (const [key, items] of this.#held) await this.#hand(key, items);
    this.#held.clear();
  }
}
