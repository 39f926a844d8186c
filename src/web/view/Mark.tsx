/** The sign of Stemma: two texts that one stands on. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
      <g fill="none" stroke="currentColor" strokeWidth="1.75">
        <path d="M5.5 5.500C12 5.500 12 12 18.500 12M5.500 18.500C12 18.500 12 12 18.500 12" />
      </g>
      <circle cx="4.5" cy="5.5" r="2.500" fill="currentColor" />
      <circle cx="4.5" cy="18.500" r="2.500" fill="currentColor" />
      <circle className="mark-root" cx="19.500" cy="12" r="3.500" />
    </svg>
  );
}
