import { Button } from '@fluentui/react-components';
import { useEffect, useState, type ComponentType, type ReactNode } from 'react';
import { useWords } from '../environment';
import { fetched } from '../../commands/fetched';
import { Live } from './Live';
import { Loading } from './Loading';
import { Notice } from './Notice';

interface DeferredModule<Props> {
  readonly default: ComponentType<Props>;
}

type Arrival<Props> =
  | { readonly step: 'waiting' | 'missing' }
  | { readonly step: 'arrived'; readonly part: ComponentType<Props> }
  | { readonly step: 'broken'; readonly error: unknown };

/** A part of the pane that is no part of its first load. */
export type DeferredPart<Props> = ComponentType<Props> & {
  /** Fetches it before it is shown. False where it could not be fetched. */
  readonly prefetch: () => Promise<boolean>;
};

/**
 * A component fetched when it is first shown. Not React's `lazy`, which keeps a failure for good: where the network
 * fails, the person is told, and may try again. `fallback` stands in its place meanwhile,
 * `missing` where it could not be fetched, in place of that notice; the return of the network fetches it too.
 */
export function deferred<Props extends object>(
  load: () => Promise<DeferredModule<Props>>,
  fallback: ReactNode = <Loading />,
  missing?: ReactNode,
): DeferredPart<Props> {
  let arrival: Arrival<Props> = { step: 'waiting' };
  const fetchPart = async (): Promise<Arrival<Props>> => {
    try {
      const module = await fetched(load());
      if (module === null) return { step: 'missing' };
      arrival = { step: 'arrived', part: module.default };
      return arrival;
    } catch (error) {
      return { step: 'broken', error };
    }
  };

  function Deferred(props: Props) {
    const [state, setState] = useState(arrival);
    const isWaiting = state.step === 'waiting';
    const isMissing = state.step === 'missing';
    useEffect(() => {
      if (!isWaiting) return;
      let isGone = false;
      void fetchPart().then((next) => {
        if (!isGone) setState(next);
      });
      return () => {
        isGone = true;
      };
    }, [isWaiting]);
    useEffect(() => {
      if (!isMissing) return;
      const retry = () => setState({ step: 'waiting' });
      addEventListener('online', retry);
      return () => removeEventListener('online', retry);
    }, [isMissing]);
    switch (state.step) {
      case 'waiting':
        return fallback;
      case 'missing':
        return missing === undefined ? <NotFetched onRetry={() => setState({ step: 'waiting' })} /> : missing;
      case 'broken':
        // For the boundary around the pane.
        throw state.error;
      case 'arrived':
        return <state.part {...props} />;
    }
  }
  return Object.assign(Deferred, { prefetch: async () => (await fetchPart()).step === 'arrived' });
}

function NotFetched({ onRetry }: { onRetry: () => void }) {
  const words = useWords();
  return (
    <div className="suivi-stack">
      <Live>
        <Notice tone="warning" title={words.notFetched.title}>
          <p>{words.notFetched.text}</p>
          <div>
            <Button size="small" onClick={onRetry}>
              {words.retry}
            </Button>
          </div>
        </Notice>
      </Live>
    </div>
  );
}
