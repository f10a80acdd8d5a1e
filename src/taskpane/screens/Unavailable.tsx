import { Button } from '@fluentui/react-components';
import type { Language } from '../../i18n';
import { Details } from '../components/Details';
import { Message } from '../components/Message';
import { words, type Words } from '../words';

export type UnavailableReason = Exclude<keyof Words['unavailable'], 'reload'>;

export interface UnavailableProps {
  readonly reason: UnavailableReason;
  readonly language: Language;
  readonly detail?: string;
}

/** Where there is no workbook to work on: the pane says why and what to do. */
export function Unavailable({ reason, language, detail }: UnavailableProps) {
  const { unavailable, details } = words(language);
  return (
    <Message {...unavailable[reason]}>
      {detail !== undefined && <Details label={details}>{detail}</Details>}
      <Button onClick={() => location.reload()}>{unavailable.reload}</Button>
    </Message>
  );
}
