import { AddCircleRegular } from '@fluentui/react-icons/svg/add-circle';
import { ArrowImportRegular } from '@fluentui/react-icons/svg/arrow-import';
import { ClipboardCheckmarkRegular } from '@fluentui/react-icons/svg/clipboard-checkmark';
import { DocumentDataRegular } from '@fluentui/react-icons/svg/document-data';
import { SettingsRegular } from '@fluentui/react-icons/svg/settings';
import { TextBulletListTreeRegular } from '@fluentui/react-icons/svg/text-bullet-list-tree';
import { useState, type ReactNode } from 'react';
import type { TrackedPlan } from '../plan';
import type { WorkbookStatus } from '../workbook';
import { OccurrenceNotes } from './components/ActivityFields';
import { Banners } from './components/Banners';
import { Circumstances } from './components/Circumstances';
import { CommandNotice } from './components/CommandNotice';
import { deferred } from './components/Deferred';
import { ErrorNotice, ErrorText } from './components/ErrorNotice';
import { Live } from './components/Live';
import { Loading } from './components/Loading';
import { ProblemList, ProblemsBar } from './components/ProblemsBar';
import { Tabs, panelId, tabId } from './components/Tabs';
import { useEnvironment, useWords } from './environment';
import { useWorkbook, type Workbook } from './hooks/useWorkbook';
import { Add, EditActivity, RecentActivities } from './screens/Add';
import { EmptyPlan } from './screens/EmptyPlan';
import { keepFocus } from './state/keptFocus';

/** Only Ajouter is in the first load: it is what the pane is opened for. */
const PlanScreen = deferred(() => import('./screens/PlanScreen'));
const ReportScreen = deferred(() => import('./report/ReportScreen'));
const ImportScreen = deferred(() => import('./screens/ImportScreen'));
const CheckScreen = deferred(() => import('./check/CheckScreen'));
const SettingsScreen = deferred(() => import('./settings/SettingsScreen'));
const UpgradeBanner = deferred(() => import('./upgrade/UpgradeBanner'), null);
const SetUp = deferred(() => import('./setup/SetUp'));

/** Fetches everything else once the pane is there, so that the loss of the network takes nothing away. */
export async function prefetchScreens(): Promise<void> {
  const parts = [PlanScreen, ReportScreen, ImportScreen, CheckScreen, SettingsScreen, ErrorText, ProblemList];
  for (const part of [...parts, EditActivity, RecentActivities, OccurrenceNotes]) await part.prefetch();
}

const screens = ['add', 'plan', 'report', 'import', 'check', 'settings'] as const;
type Screen = (typeof screens)[number];

const icons = {
  add: AddCircleRegular,
  plan: TextBulletListTreeRegular,
  report: DocumentDataRegular,
  import: ArrowImportRegular,
  check: ClipboardCheckmarkRegular,
  settings: SettingsRegular,
} as const satisfies Readonly<Record<Screen, unknown>>;

const withKeptFocus = (root: HTMLDivElement | null) => (root === null ? undefined : keepFocus(root));

/** The pane over a workbook. */
export function Pane() {
  return (
    <div ref={withKeptFocus} className="suivi-pane">
      <Circumstances />
      <CommandNotice />
      <Body />
    </div>
  );
}

/** What the pane shows, by the state of the workbook. */
function Body() {
  const { gateway } = useEnvironment();
  const words = useWords();
  const workbook = useWorkbook(gateway);
  const { view, refresh } = workbook;
  /** Opened where there is no plan, the import goes on when there is one: its outcome and its undo are on it. */
  const [importing, setImporting] = useState(false);
  const [first, setFirst] = useState<Screen>('add');
  if (importing && (view.phase === 'tracking' || view.phase === 'blank' || view.phase === 'foreign')) {
    return (
      <>
        <h1 className="suivi-unseen">{words.name}</h1>
        <Stale workbook={workbook} />
        <ImportScreen
          kind={view.phase}
          tracked={view.phase === 'tracking' ? view.tracked : null}
          writable={isWritable(view.status)}
          onWritten={refresh}
          onSettings={() => {
            setFirst('settings');
            setImporting(false);
          }}
          onClose={() => setImporting(false)}
        />
      </>
    );
  }
  switch (view.phase) {
    case 'loading':
      return (
        <>
          <h1 className="suivi-unseen">{words.name}</h1>
          <Loading />
        </>
      );
    case 'failed':
      return (
        <div className="suivi-stack">
          <h1 className="suivi-unseen">{words.name}</h1>
          <ErrorNotice title={words.failed.read} error={view.error} onRetry={() => void refresh()} />
        </div>
      );
    case 'blank':
    case 'foreign':
      return (
        <SetUp
          kind={view.phase}
          writable={isWritable(view.status)}
          onChanged={refresh}
          onImport={() => setImporting(true)}
        />
      );
    case 'tracking':
      return <Screens workbook={workbook} status={view.status} tracked={view.tracked} first={first} />;
  }
}

/** Says that what is on the screens may be out of date. */
function Stale({ workbook: { failure, refresh } }: { workbook: Workbook }) {
  const words = useWords();
  return (
    <Live>
      {failure && (
        <div className="suivi-stack">
          <ErrorNotice title={words.stale} error={failure} onRetry={() => void refresh()} />
        </div>
      )}
    </Live>
  );
}

/** Nothing in a workbook of this version; otherwise what can be done, and its undo once it is done. */
function Upgrade({ status, refresh }: { status: WorkbookStatus; refresh: () => Promise<void> }) {
  const [wasNeeded, setWasNeeded] = useState(false);
  if (status.format !== 'current' && !wasNeeded) setWasNeeded(true);
  return wasNeeded && <UpgradeBanner status={status} onWritten={refresh} />;
}

interface ScreensProps {
  readonly workbook: Workbook;
  readonly status: WorkbookStatus;
  readonly tracked: TrackedPlan;
  readonly first: Screen;
}

/** Screens stay in the page once they were shown: what is on one is not lost by a look at the other. */
function Screens({ workbook, status, tracked, first }: ScreensProps) {
  const { selection, refresh } = workbook;
  const words = useWords();
  const [screen, setScreen] = useState(first);
  const [visited, setVisited] = useState<readonly Screen[]>([first]);
  const [asked, setAsked] = useState<{ readonly no: string; readonly at: number } | null>(null);
  /** How often the settings were asked for from elsewhere, to be completed. */
  const [completing, setCompleting] = useState(first === 'settings' ? 1 : 0);
  const writable = isWritable(status);

  const show = (name: Screen) => {
    setScreen(name);
    setVisited([...new Set([...visited, name])]);
  };

  const contents: Readonly<Record<Screen, () => ReactNode>> = {
    add: () =>
      tracked.plan.objectives.length === 0 ? (
        <EmptyPlan />
      ) : (
        <Add
          tracked={tracked}
          writable={writable}
          selection={selection}
          asked={asked}
          onWritten={() => void refresh()}
        />
      ),
    plan: () =>
      tracked.plan.objectives.length === 0 ? (
        <EmptyPlan />
      ) : (
        <PlanScreen
          tracked={tracked}
          writable={writable}
          onAddTo={(no) => {
            setAsked({ no, at: performance.now() });
            show('add');
          }}
        />
      ),
    report: () => <ReportScreen tracked={tracked} writable={writable} />,
    import: () => (
      <ImportScreen
        kind="tracking"
        tracked={tracked}
        writable={writable}
        onWritten={refresh}
        onSettings={() => {
          setCompleting(completing + 1);
          show('settings');
        }}
      />
    ),
    check: () => <CheckScreen tracked={tracked} writable={writable} isShown={screen === 'check'} onWritten={refresh} />,
    settings: () => (
      <SettingsScreen tracked={tracked} writable={writable} onWritten={refresh} completing={completing} />
    ),
  };
  return (
    <>
      <h1 className="suivi-unseen">{words.name}</h1>
      <Tabs
        label={words.screens.label}
        names={screens}
        selected={screen}
        text={(name) => words.screens[name]}
        icon={(name) => icons[name]}
        onSelect={show}
      />
      <Stale workbook={workbook} />
      <Banners status={status} />
      <Upgrade status={status} refresh={refresh} />
      {screen !== 'check' && <ProblemsBar problems={tracked.problems} />}
      {visited.map((each) => (
        <div
          key={each}
          role="tabpanel"
          id={panelId(each)}
          aria-labelledby={tabId(each)}
          className="suivi-panel"
          hidden={each !== screen}
        >
          {contents[each]()}
        </div>
      ))}
    </>
  );
}

function isWritable(status: WorkbookStatus): boolean {
  return !status.readOnly && status.format !== 'newer';
}
