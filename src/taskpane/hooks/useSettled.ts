import { useEffect, useState } from 'react';

/** True once a value has stayed the same for that many milliseconds: to say nothing of a word that is half typed. */
export function useSettled(value: string, milliseconds: number): boolean {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled === value;
}
