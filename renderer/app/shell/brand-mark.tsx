/** The rudder wheel; index.html paints the same one. */
export function BrandMark() {
  return (
    <svg width="26" height="26" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="#0f766e" />
      <g fill="none" stroke="#fff" strokeWidth="2" strokeLinecap="round">
        <circle cx="16" cy="16" r="6.5" />
        <path d="M16 5v22M5 16h22M8.2 8.2l15.6 15.6M23.8 8.2L8.2 23.8" />
      </g>
      <circle cx="16" cy="16" r="2.5" fill="#0f766e" stroke="#fff" strokeWidth="2" />
    </svg>
  );
}
