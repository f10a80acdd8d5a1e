import { Field, Input } from '@fluentui/react-components';
import { useId, useState, type Ref } from 'react';
import { useWords } from '../environment';
import type { Draft } from '../state/draft';
import { Summary } from './Summary';

export interface MoreFieldsProps {
  readonly draft: Draft;
  /** Who enters it, where that is asked. */
  readonly author: { readonly name: string; readonly onChange: (name: string) => void } | undefined;
  /** Kinds used before, offered for completion. */
  readonly kinds: readonly string[];
  readonly linkIssue: string | undefined;
  readonly linkRef: Ref<HTMLInputElement>;
  readonly onChange: (patch: Partial<Draft>) => void;
}

/** What most activities do without, folded away; open when it holds something or has to be corrected. */
export function MoreFields({ draft, author, kinds, linkIssue, linkRef, onChange }: MoreFieldsProps) {
  const words = useWords();
  const kindsId = useId();
  const [opened, setOpened] = useState(draft.kind !== '' || draft.link !== '');
  return (
    <details open={opened || linkIssue !== undefined} onToggle={(event) => setOpened(event.currentTarget.open)}>
      <Summary>{words.add.more}</Summary>
      <div className="suivi-more">
        <Field label={words.add.kind}>
          <Input
            list={kindsId}
            value={draft.kind}
            placeholder={words.add.kindPlaceholder}
            onChange={(_event, { value }) => onChange({ kind: value })}
          />
        </Field>
        <datalist id={kindsId}>
          {kinds.map((kind) => (
            <option key={kind} value={kind} />
          ))}
        </datalist>
        <Field label={words.add.link} {...(linkIssue === undefined ? {} : { validationMessage: linkIssue })}>
          <Input
            ref={linkRef}
            type="url"
            value={draft.link}
            placeholder={words.add.linkPlaceholder}
            onChange={(_event, { value }) => onChange({ link: value })}
          />
        </Field>
        {author && (
          <Field label={words.add.author}>
            <Input value={author.name} autoComplete="name" onChange={(_event, { value }) => author.onChange(value)} />
          </Field>
        )}
      </div>
    </details>
  );
}
