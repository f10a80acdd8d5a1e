import { Button } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { flatten, ItemFinder, type TrackedPlan } from '../../plan';
import type { ImportRequest, WorkbookStatus } from '../../workbook';
import { Busy } from '../components/Busy';
import { ErrorNotice } from '../components/ErrorNotice';
import { Live } from '../components/Live';
import { Notice } from '../components/Notice';
import { Summary } from '../components/Summary';
import { useEnvironment } from '../environment';
import { useAuthor } from '../hooks/useAuthor';
import { searchIndex } from '../state/search';
import { ActivityList } from './ActivityList';
import { areDatesRead, settle, type Choices } from './choices';
import { doubtsOf } from './doubts';
import { Doubts } from './Doubts';
import { LandingHeading } from './LandingHeading';
import { PlanTree } from './PlanTree';
import type { ReadImport } from './reading';
import type { Writing } from './useImport';
import { useImporterWords, type ImporterWords } from './words';

export interface ImportPreviewProps {
  readonly read: ReadImport;
  readonly kind: WorkbookStatus['kind'];
  readonly tracked: TrackedPlan | null;
  readonly writable: boolean;
  readonly writing: Writing;
  /** What the person has settled; kept by the screen, as an import that is undone comes back here. */
  readonly choices: Choices;
  readonly onChoices: (choices: Choices) => void;
  readonly onWrite: (write: ImportRequest) => void;
  readonly onCancel: () => void;
  readonly onDiscard: () => void;
}

/** Everything a document would add, doubts first. Nothing is written before the button at its foot. */
export function ImportPreview({
  read,
  kind,
  tracked,
  writable,
  writing,
  choices,
  onChoices,
  onWrite,
  onCancel,
  onDiscard,
}: ImportPreviewProps) {
  const { language, today } = useEnvironment();
  const words = useImporterWords();
  const [author] = useAuthor();

  const merge = useMemo(() => read.mergeInto(tracked), [read, tracked]);
  const index = useMemo(() => searchIndex(merge.plan), [merge]);
  const finder = useMemo(() => new ItemFinder(flatten(merge.plan)), [merge]);
  const doubts = useMemo(() => doubtsOf(merge.added, read.draft.questions), [merge, read]);
  const [settling] = useState(() => ({ language: read.draft.language, today: today() }));
  const kept = useMemo(() => merge.added.filter(({ id }) => !choices.left[id]), [merge, choices.left]);
  const unread = kept.filter((activity) => !areDatesRead(activity, choices, settling)).length;

  const isNothing = kept.length === 0 && merge.addedItems.length === 0;
  const busy = writing.step === 'writing';
  const write = () => {
    if (isNothing || busy || !writable) return;
    const added = kept.map((activity) => settle(activity, choices, settling));
    onWrite({
      ...read.toWrite({ ...merge, added }),
      into: kind,
      language,
      enteredBy: author.trim(),
      enteredOn: today(),
    });
  };

  return (
    <div className="suivi-import-preview">
      <section className="suivi-import" aria-labelledby="import-preview">
        <LandingHeading id="import-preview" text={words.preview.title} />
        <p>{words.preview.from({ origin: originText(read, words) })}</p>
        {merge.added.length === 0 && merge.addedItems.length === 0 ? (
          <Notice tone="info" title={words.nothingNew.title}>
            <p>{words.nothingNew.text}</p>
          </Notice>
        ) : (
          <p className="suivi-strong">{words.preview.toAdd({ what: summary(merge, words) })}</p>
        )}
        <Kept merge={merge} />
      </section>
      <Doubts
        doubts={doubts}
        problems={read.draft.problems}
        choices={choices}
        settling={settling}
        finder={finder}
        index={index}
        onChoices={onChoices}
      />
      <PlanTree plan={merge.plan} added={merge.addedItems} />
      <ActivityList
        activities={merge.added}
        doubts={doubts}
        choices={choices}
        settling={settling}
        finder={finder}
        index={index}
        onChoices={onChoices}
      />
      <div className="suivi-footer">
        <Live>
          {writing.step === 'failed' && <ErrorNotice title={words.commit.failed} error={writing.error} />}
          {busy && <Progress writing={writing} />}
          {!busy && unread > 0 && <p className="suivi-quiet">{words.commit.unreadDates({ count: unread })}</p>}
        </Live>
        <div className="suivi-submit">
          {busy ? (
            <Button disabledFocusable={writing.isCancelling} onClick={onCancel}>
              {writing.isCancelling ? words.commit.cancelling : words.commit.cancel}
            </Button>
          ) : (
            <>
              <Button appearance="primary" disabled={!writable || isNothing} onClick={write}>
                {isNothing
                  ? words.commit.nothing
                  : words.commit.button({ activities: kept.length, items: merge.addedItems.length })}
              </Button>
              <Button appearance="subtle" onClick={onDiscard}>
                {words.preview.discard}
              </Button>
            </>
          )}
        </div>
      </div>
    </div>
  );
}

type Merge = ReturnType<ReadImport['mergeInto']>;

function Progress({ writing }: { writing: Extract<Writing, { readonly step: 'writing' }> }) {
  const words = useImporterWords();
  const { progress } = writing;
  return (
    <>
      <Busy label={words.commit.writing} />
      {progress && <p className="suivi-quiet">{words.commit.progress(progress)}</p>}
    </>
  );
}

/** What stays as the workbook has it, so that nobody thinks it was overwritten. */
function Kept({ merge }: { merge: Merge }) {
  const words = useImporterWords();
  const changes = [
    ...merge.changedItems.map(({ no, kept }) => `${no} ${kept}`),
    ...merge.changed.map(({ kept }) => kept.title),
  ];
  const gone = [...merge.missingItems, ...merge.missing.map(({ title }) => title)];
  const known = merge.unchanged.length + merge.changed.length;
  return (
    <>
      {known > 0 && <p>{words.preview.known({ count: known })}</p>}
      {known > 0 && <Named label={words.preview.changed({ count: changes.length })} names={changes} />}
      {known > 0 && <Named label={words.preview.gone({ count: gone.length })} names={gone} />}
    </>
  );
}

/** More names than this are not read by anybody. */
const namedAtOnce = 50;

function Named({ label, names }: { label: string; names: readonly string[] }) {
  const words = useImporterWords();
  if (names.length === 0) return null;
  return (
    <details>
      <Summary>{label}</Summary>
      <ul className="suivi-import-names suivi-small">
        {names.slice(0, namedAtOnce).map((name, position) => (
          <li key={position}>{name}</li>
        ))}
        {names.length > namedAtOnce && <li>{words.doubts.more({ count: names.length - namedAtOnce })}</li>}
      </ul>
    </details>
  );
}

function originText({ origin }: ReadImport, words: ImporterWords): string {
  return origin.kind === 'paste' ? words.origin.paste : words.origin[origin.kind]({ name: origin.name });
}

function summary({ added, addedItems }: Merge, words: ImporterWords): string {
  const count = (level: string) => addedItems.filter((item) => item.level === level).length;
  const parts = [
    [added.length, words.preview.activities],
    [count('objective'), words.preview.objectives],
    [count('strategy'), words.preview.strategies],
    [count('action'), words.preview.actions],
  ] as const;
  return parts.flatMap(([number, say]) => (number > 0 ? [say({ count: number })] : [])).join(', ');
}
