import { useEffect } from 'react';
import { DismissRegular } from '@fluentui/react-icons';
import type { Words } from './words';

interface MessageProps {
  readonly words: Words;
  readonly text: string;
  readonly onDismiss: () => void;
}

const shownFor = 12_000;

/** Says something without stopping anybody: it goes by itself, or when dismissed. */
export function Message({ words, text, onDismiss }: MessageProps) {
  useEffect(() => {
    const timer = setTimeout(onDismiss, shownFor);
    return () => clearTimeout(timer);
  }, [text, onDismiss]);
  return (
    <div role="alert" aria-label={words.message.label} className="message">
      <span>{text}</span>
      <button type="button" aria-label={words.message.dismiss} title={words.message.dismiss} onClick={onDismiss}>
        <DismissRegular aria-hidden="true" />
      </button>
    </div>
  );
}
