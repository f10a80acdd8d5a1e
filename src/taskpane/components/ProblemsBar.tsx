import { Button } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronUpRegular } from '@fluentui/react-icons/svg/chevron-up';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import { useId, useState } from 'react';
import type { Problem } from '../../plan';
import { useWords } from '../environment';
import { deferred } from './Deferred';

export const ProblemList = deferred(() => import('./ProblemList'));

/** « 3 problèmes dans le classeur », which opens on what each is and where. */
export function ProblemsBar({ problems }: { problems: readonly Problem[] }) {
  const words = useWords();
  const listId = useId();
  const [open, setOpen] = useState(false);
  if (problems.length === 0) return null;
  return (
    <div className="suivi-problems">
      <Button
        appearance="transparent"
        className="suivi-problems-toggle"
        icon={<WarningRegular />}
        aria-expanded={open}
        aria-controls={listId}
        onClick={() => setOpen(!open)}
      >
        <span className="suivi-problems-count">{words.problems.summary({ count: problems.length })}</span>
        {open ? <ChevronUpRegular aria-hidden /> : <ChevronDownRegular aria-hidden />}
      </Button>
      <div id={listId} hidden={!open}>
        {open && <ProblemList problems={problems} />}
      </div>
    </div>
  );
}
