import { useEffect, useState } from 'react';
import type { Host } from '../host';
import { formatNumber, type Language } from '../i18n';
import type { Summary } from './summary';
import type { Words } from './words';

interface StatusBarProps {
  readonly words: Words;
  readonly language: Language;
  readonly state: 'ready' | 'editing' | 'entering' | 'copied';
  readonly summary: Summary | null;
  readonly host: Host;
}

/** The foot of the window: what Excel is doing, what the selection amounts to, how often the add-in has called. */
export function StatusBar({ words, language, state, summary, host }: StatusBarProps) {
  const { status } = words;
  const requests = useRequests(host);
  // Sums of decimals are not shown with the noise of binary fractions.
  const number = (value: number) => formatNumber(language, Number(value.toPrecision(12)));
  return (
    <footer aria-label={status.label} className="status-bar">
      <span role="status" className="status-state">
        {status[state]}
      </span>
      <span className="status-requests">{status.requests({ count: requests })}</span>
      <span className="status-summary">
        {summary && summary.numbers > 0 && (
          <span>{status.average({ value: number(summary.sum / summary.numbers) })}</span>
        )}
        {summary && <span>{status.count({ value: number(summary.count) })}</span>}
        {summary && summary.numbers > 0 && <span>{status.sum({ value: number(summary.sum) })}</span>}
      </span>
      <span className="status-zoom">100 %</span>
    </footer>
  );
}

const lookEvery = 500;

/** Reading changes nothing in the model, so nothing tells of it: the count is looked at now and then. */
function useRequests(host: Host): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => {
      setCount(host.sessions.reduce((sum, session) => sum + session.statistics.requests, 0));
    }, lookEvery);
    return () => clearInterval(timer);
  }, [host]);
  return count;
}
