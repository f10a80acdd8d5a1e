/** Something is under way, in words; the sign beside them is the stylesheet's. */
export function Busy({ label, className }: { label: string; className?: string }) {
  return <div className={className === undefined ? 'suivi-busy' : `suivi-busy ${className}`}>{label}</div>;
}
