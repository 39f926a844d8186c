/** What a value is while it is made: properties that it may lack are set one by one, which costs far less than spreading. */
export type Writable<T> = { -readonly [Key in keyof T]: T[Key] };
