import { useEffect, type ReactNode } from 'react';
import type { Language } from '../i18n';
import { Boundary } from './components/Boundary';
import { EnvironmentContext, type Environment } from './environment';
import { useLanguageChoice } from './hooks/useLanguageChoice';
import { Pane } from './Pane';

/** The task pane over a workbook: everything it needs from outside is in its environment. */
export function App({ environment }: { environment: Environment }) {
  const [chosenLanguage, chooseLanguage] = useLanguageChoice(environment.store);
  const language = chosenLanguage ?? environment.language;
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <Shell language={language}>
      <EnvironmentContext value={{ ...environment, language, chosenLanguage, chooseLanguage }}>
        <Pane />
      </EnvironmentContext>
    </Shell>
  );
}

/** The frame of the pane, and a message instead of a blank page where something falls. */
export function Shell({ language, children }: { language: Language; children: ReactNode }) {
  return (
    <main className="suivi-root">
      <Boundary language={language}>{children}</Boundary>
    </main>
  );
}
