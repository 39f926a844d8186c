/** The few signs of the interface, drawn on a grid of 16. */
const PATHS = {
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10ZM10.7 10.7 14 14',
  close: 'M4 4l8 8M12 4l-8 8',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  fit: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10',
  sidebar: 'M2.5 3h11v10h-11zM6.500 3v10',
  download: 'M8 2.5v8M4.75 7.5 8 10.75 11.25 7.5M3 13.5h10',
  globe:
    'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM2.2 8h11.6M8 2c1.7 1.6 2.6 3.7 2.6 6S9.700 12.400 8 14C6.300 12.400 5.400 10.300 5.400 8S6.300 3.600 8 2Z',
  sun: 'M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM8 1.500v1.200M8 13.300v1.200M1.500 8h1.200M13.300 8h1.200M3.400 3.400l.9.9M11.700 11.700l.9.9M3.400 12.600l.9-.9M11.700 4.300l.9-.9',
  moon: 'M13 9.600A5.500 5.500 0 0 1 6.400 3 5.500 5.500 0 1 0 13 9.600Z',
  system: 'M2.500 3h11v7.500h-11zM6 13.500h4M8 10.500v3',
  lineage: 'M2 12h3.500c3 0 2-8 5-8H14M2 12h12',
  network: 'M4 4.500 11.500 3M4 4.500l4 7.500M11.500 3 8 12M11.500 3l1.500 6.500L8 12',
  text: 'M3 3.500h10M3 6.500h10M3 9.500h10M3 12.500h6',
  table: 'M2.500 3h11v10h-11zM2.500 6.500h11M6.500 3v10',
  query: 'M3 4.500 6.500 8 3 11.500M8 12h5',
  arrow: 'M3 8h10M9 4l4 4-4 4',
  down: 'M4 6l4 4 4-4',
  undo: 'M3 6h6.500a3.500 3.500 0 0 1 0 7H6M5.500 3.200 2.750 6 5.500 8.800',
  redo: 'M13 6H6.500a3.500 3.500 0 0 0 0 7H10M10.500 3.200 13.250 6 10.500 8.800',
  help: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM6.200 6.300a1.850 1.850 0 1 1 2.700 1.700c-.6.300-.9.700-.9 1.300M8 11.300v.1',
  pin: 'M8 14v-4M4.750 10h6.500M5.500 10l.6-4.500V2.500h3.800v3l.6 4.500',
  hide: 'M2 8s2.200-4 6-4 6 4 6 4-2.200 4-6 4-6-4-6-4ZM3 13 13 3',
  path: 'M3.500 13a1.500 1.500 0 1 0 0-3 1.500 1.500 0 0 0 0 3ZM12.500 6a1.500 1.500 0 1 0 0-3 1.500 1.500 0 0 0 0 3ZM5 11.500h4a2.250 2.250 0 0 0 0-4.500H7a2 2 0 0 1 0-2.500h4',
  upload: 'M8 10.500v-8M4.750 5.500 8 2.250 11.250 5.500M3 13.500h10',
  trash: 'M3 4.500h10M6.500 4.500v-2h3v2M4.500 4.500l.6 9h5.800l.6-9M6.750 7v4M9.250 7v4',
  play: 'M5 3.500v9l7-4.500z',
  pause: 'M5.500 3.500v9M10.500 3.500v9',
  link: 'M7 9a2.500 2.500 0 0 0 3.500 0l2-2A2.500 2.500 0 0 0 9 3.500l-.75.75M9 7a2.500 2.500 0 0 0-3.500 0l-2 2A2.500 2.500 0 0 0 7 12.500l.75-.75',
  image: 'M2.500 3h11v10h-11zM2.500 11l3.500-3.500 3 3 1.500-1.500 3 3M10.500 6.100v-.1',
  copy: 'M5.500 5.500v-3h8v8h-3M2.500 5.500h8v8h-8z',
  quote: 'M3 3.500h10v7H7l-3 3v-3H3z',
} as const;
export type IconName = keyof typeof PATHS;

/** With a label it speaks for itself; without, it is decoration beside words. */
export function Icon({ name, label }: { name: IconName; label?: string }) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: it has one unless it is decoration
    <svg
      className="icon"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      {...(label ? { role: 'img' } : { 'aria-hidden': true })}
    >
      {label && <title>{label}</title>}
      <path d={PATHS[name]} />
    </svg>
  );
}
