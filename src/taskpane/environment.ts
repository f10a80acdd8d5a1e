import { createContext, use } from 'react';
import type { Language } from '../i18n';
import type { Day } from '../plan';
import type { Gateway } from '../workbook';
import type { TextStore } from '../commands/kept';
import type { Signal } from './state/signal';
import { words, type Words } from './words';

/** Everything the screens need from outside: given once by `start.tsx`, or by a test. */
export interface Environment {
  readonly gateway: Gateway;
  /** Set while Excel keeps our calls waiting, as the person is typing in a cell. */
  readonly cellEdit: Signal;
  readonly language: Language;
  /** The workbook's address: what is kept between sessions is kept by workbook. */
  readonly documentKey: string;
  /** Null where the browser gives frames no storage. */
  readonly store: TextStore | null;
  readonly today: () => Day;
}

/** What the screens are given: `language` is the one chosen in the pane, where one was. */
export interface PaneEnvironment extends Environment {
  /** Null: the language of Excel's interface. */
  readonly chosenLanguage: Language | null;
  readonly chooseLanguage: (language: Language | null) => void;
}

export const EnvironmentContext = createContext<PaneEnvironment | null>(null);

export function useEnvironment(): PaneEnvironment {
  const environment = use(EnvironmentContext);
  if (environment === null) throw new Error('A screen was shown outside of its environment.');
  return environment;
}

export function useWords(): Words {
  return words(useEnvironment().language);
}
