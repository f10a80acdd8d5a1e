import { actionOf, objectiveOf, planOf, strategyOf } from './plans';
import { act, cleanup, configure, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { parseIso, type Day, type Plan } from '../../src/plan';
import { App } from '../../src/taskpane/App';
import type { Environment, PaneEnvironment } from '../../src/taskpane/environment';
import { createSignal } from '../../src/taskpane/state/signal';
import { createGateway, type Gateway, type NewActivity, type Result } from '../../src/workbook';
import { openOffice, type OfficeHarness } from './office-jsdom';

/** One objective, one strategy, two actions. */
export const smallPlan: Plan = planOf(
  [
    objectiveOf('1', 'Faire connaître la profession', [
      strategyOf('1.1', 'Rencontrer les employeurs', [
        actionOf('1.1.1', 'Visiter les ateliers'),
        actionOf('1.1.2', 'Écrire aux écoles'),
      ]),
    ]),
  ],
  { organisation: 'Ordre des relieurs', title: 'Plan', strategyPeriod: '2020-2023', actionPeriod: '2020-2021' },
);

export const today = parseIso('2021-11-22')!;

/** An activity on two dates, with what a test changes of it. */
export function anActivity(changes: Partial<NewActivity> = {}): NewActivity {
  return {
    planNo: '1.1.2',
    occurrences: [{ start: parseIso('2021-06-02')! }, { start: parseIso('2021-09-08')! }],
    title: 'Rencontre statutaire',
    details: [],
    participants: ['Rose Roy', 'Élise Arbour'],
    kind: '',
    link: '',
    enteredBy: '',
    enteredOn: today,
    ...changes,
  };
}

/** What a single component is shown in, away from any workbook. */
export function anEnvironment(changes: Partial<PaneEnvironment> = {}): PaneEnvironment {
  return {
    gateway: createGateway(),
    cellEdit: createSignal(),
    language: 'fr',
    documentKey: 'test',
    store: null,
    today: () => today,
    chosenLanguage: null,
    chooseLanguage: () => undefined,
    ...changes,
  };
}

export type User = ReturnType<typeof userEvent.setup>;

/**
 * The whole pane in jsdom over the embedded Excel, for the tests of one file. The file begins with
 *
 *     @jest-environment jsdom
 *     @jest-environment-options {"url": "https://localhost/taskpane.html"}
 */
export function paneInJsdom(on: Day = today) {
  let harness: OfficeHarness;
  let gateway: Gateway;
  let environment: Environment;

  // A machine that does other things at once is slow, not wrong.
  jest.setTimeout(300_000);
  configure({ asyncUtilTimeout: 60_000 });
  beforeAll(prepareWindow);
  afterEach(() => {
    cleanup();
    harness.dispose();
    localStorage.clear();
  });

  return {
    get harness() {
      return harness;
    },
    get gateway() {
      return gateway;
    },
    /** Opens a tracking workbook with the plan given; `null`: a blank workbook. */
    async open(contents: Plan | null = smallPlan, options: Parameters<typeof openOffice>[1] = {}): Promise<void> {
      harness = await openOffice();
      const cellEdit = createSignal();
      gateway = createGateway({
        today: () => on,
        quietTime: 0,
        onCellEdit: (value) => act(() => cellEdit.set(value)),
      });
      environment = {
        gateway,
        cellEdit,
        language: 'fr',
        documentKey: 'plan.xlsx',
        store: localStorage,
        today: () => on,
      };
      if (contents !== null) {
        done(await gateway.createTrackingWorkbook({ plan: contents, activities: [], language: 'fr' }));
      }
      harness.workbook.configure(options);
    },
    /** Renders the pane without waiting for anything. */
    render(changes: Partial<Environment> = {}): User {
      const user = userEvent.setup();
      render(<App environment={{ ...environment, ...changes }} />);
      return user;
    },
    /** Renders the pane and waits for its first reading of the workbook. */
    async show(changes: Partial<Environment> = {}): Promise<User> {
      const user = this.render(changes);
      await waitFor(() => expect(screen.queryByText('Lecture du classeur…')).toBeNull());
      return user;
    },
    /** Renders the pane and goes to one of its screens. */
    async showScreen(name: string, changes: Partial<Environment> = {}): Promise<User> {
      const user = await this.show(changes);
      await user.click(screen.getByRole('tab', { name }));
      await waitFor(() => expect(screen.queryByText('Lecture du classeur…')).toBeNull());
      return user;
    },
    /** Waits until the pane asks nothing more of Excel: the next request is then the one that a test is about. */
    async quiet(): Promise<void> {
      let seen = -1;
      while (seen !== harness.session.statistics.requests) {
        seen = harness.session.statistics.requests;
        await act(() => new Promise((resolve) => setTimeout(resolve, 150)));
      }
    },
    async append(activity: NewActivity = anActivity()): Promise<void> {
      done(await gateway.append(activity));
    },
    /** Selects a cell as a person does, and lets the pane hear of it. */
    async select(sheet: string, address: string): Promise<void> {
      await act(async () => done(await gateway.goTo({ sheet, address })));
    },
    /** The activities as the workbook has them. */
    async activities() {
      return done(await gateway.readPlan()).activities;
    },
  };
}

/** What jsdom lacks of a browser. */
function prepareWindow(): void {
  // It has no media queries and scrolls nothing.
  window.matchMedia = (media) =>
    Object.assign(new EventTarget(), { media, matches: false, onchange: null }) as MediaQueryList;
  Element.prototype.scrollIntoView = () => undefined;
  Element.prototype.scrollTo = () => undefined;
  window.scrollTo = () => undefined;
  globalThis.ResizeObserver = class {
    observe = () => undefined;
    unobserve = () => undefined;
    disconnect = () => undefined;
  };
  // Nor does it lay anything out: the tree draws what fits in its height.
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, value: 60 });
  Object.defineProperty(Element.prototype, 'clientHeight', { configurable: true, value: 600 });
  Object.defineProperty(document, 'execCommand', { configurable: true, value: () => false });
}

/** The value of a call that must have succeeded. */
export function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.detail ?? ''}`);
  return result.value;
}
