import { memo, useMemo, type ReactNode } from 'react';
import type { ImportMerge } from '../../import';
import type { Action, Objective, Plan, Strategy } from '../../plan';
import { useImporterWords } from './words';
import { Summary } from '../components/Summary';

/** The plan as it would be, each new item marked; branches can be folded. Typing elsewhere does not draw it again. */
export const PlanTree = memo(function PlanTree({ plan, added }: { plan: Plan; added: ImportMerge['addedItems'] }) {
  const words = useImporterWords();
  const isNew = useMemo(() => new Set(added.map(({ no }) => no)), [added]);
  return (
    <section className="suivi-import" aria-labelledby="import-plan">
      <h3 id="import-plan" className="suivi-import-title">
        {words.plan.title}
      </h3>
      {plan.objectives.length === 0 ? (
        <p className="suivi-quiet">{words.plan.empty}</p>
      ) : (
        <ul className="suivi-import-tree">
          {plan.objectives.map((objective) => (
            <ObjectiveBranch key={objective.no} objective={objective} isNew={isNew} />
          ))}
        </ul>
      )}
    </section>
  );
});

interface Marked {
  readonly isNew: ReadonlySet<string>;
}

function ObjectiveBranch({ objective: { no, title, strategies }, isNew }: Marked & { readonly objective: Objective }) {
  return (
    <Branch no={no} text={title} isNew={isNew.has(no)} isStrong>
      {strategies.map((strategy) => (
        <StrategyBranch key={strategy.no} strategy={strategy} isNew={isNew} />
      ))}
    </Branch>
  );
}

function StrategyBranch({ strategy: { no, title, actions }, isNew }: Marked & { readonly strategy: Strategy }) {
  return (
    <Branch no={no} text={title} isNew={isNew.has(no)} isStrong>
      {actions.map((action) => (
        <ActionLeaf key={action.no} action={action} isNew={isNew.has(action.no)} />
      ))}
    </Branch>
  );
}

function ActionLeaf({ action: { no, text, subItems }, isNew }: { action: Action; isNew: boolean }) {
  const words = useImporterWords();
  return (
    <li>
      {subItems.length === 0 ? (
        <Label no={no} text={text} isNew={isNew} />
      ) : (
        <details>
          <Summary>
            <Label no={no} text={text} isNew={isNew} />{' '}
            <span className="suivi-quiet">({words.plan.subItems({ count: subItems.length })})</span>
          </Summary>
          <ul className="suivi-small">
            {subItems.map((line, position) => (
              <li key={position}>{line}</li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

interface BranchProps extends LabelProps {
  readonly children: readonly ReactNode[];
}

function Branch({ children, ...label }: BranchProps) {
  if (children.length === 0) {
    return (
      <li>
        <Label {...label} />
      </li>
    );
  }
  return (
    <li>
      <details open>
        <Summary>
          <Label {...label} />
        </Summary>
        <ul>{children}</ul>
      </details>
    </li>
  );
}

interface LabelProps {
  readonly no: string;
  readonly text: string;
  readonly isNew: boolean;
  readonly isStrong?: boolean;
}

function Label({ no, text, isNew, isStrong = false }: LabelProps) {
  const words = useImporterWords();
  return (
    <>
      <span className="suivi-option-no">{no}</span>{' '}
      <span className={isStrong ? 'suivi-strong' : undefined}>{text}</span>
      {isNew && <span className="suivi-import-mark new">{words.plan.isNew}</span>}
    </>
  );
}
