/** Latchkey's mark, drawn as in `icons/latchkey.svg`: a key that stands as an L. Decoration beside the name. */

export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="32 32 960 960" aria-hidden="true" className="mark">
      <rect className="mark__ground" x="32" y="32" width="960" height="960" rx="224" />
      <g fill="none" strokeWidth="96" strokeLinejoin="round">
        <path stroke="#fff" d="M432 512V816H752V640M592 816V704" />
        <circle stroke="#8fb4ff" cx="432" cy="352" r="144" />
      </g>
    </svg>
  );
}
