import { Button } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { Live } from './Live';
import { Summary } from './Summary';

export interface TextToCopyProps {
  /** Asked for once it is opened. */
  readonly text: () => string;
  readonly rows: number;
  readonly words: {
    readonly title: string;
    readonly hint: string;
    readonly copy: string;
    readonly copied: string;
    readonly notCopied: string;
  };
}

/** A text folded away, to be copied: frames in Excel may not write to the clipboard, so it can be selected. */
export function TextToCopy({ text, rows, words }: TextToCopyProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [opened, setOpened] = useState(false);
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = () => {
    field.current?.select();
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- `navigator.clipboard` is blocked in the frames of Excel on the web; this is not
    setCopied(document.execCommand('copy'));
  };
  return (
    <details onToggle={(event) => setOpened(event.currentTarget.open)}>
      <Summary>{words.title}</Summary>
      {opened && (
        <div className="suivi-more">
          <p className="suivi-quiet">{words.hint}</p>
          <textarea
            ref={field}
            className="suivi-textarea"
            readOnly
            rows={rows}
            aria-label={words.title}
            value={text()}
          />
          <div>
            <Button onClick={copy}>{words.copy}</Button>
          </div>
          <Live>{copied !== null && <p>{copied ? words.copied : words.notCopied}</p>}</Live>
        </div>
      )}
    </details>
  );
}
