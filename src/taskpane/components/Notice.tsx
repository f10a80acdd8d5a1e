import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { InfoRegular } from '@fluentui/react-icons/svg/info';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import type { ReactNode } from 'react';

export type NoticeTone = 'success' | 'error' | 'warning' | 'info';

const icons = {
  success: CheckmarkCircleRegular,
  error: ErrorCircleRegular,
  warning: WarningRegular,
  info: InfoRegular,
} as const;

/** A message that stays in the page. It is not a live region itself: put it in one (`Live`) where it comes by surprise. */
export function Notice({ tone, title, children }: { tone: NoticeTone; title?: string; children?: ReactNode }) {
  const Icon = icons[tone];
  return (
    <div className={`suivi-notice ${tone}`}>
      <span className="suivi-notice-icon">
        <Icon aria-hidden />
      </span>
      <div className="suivi-notice-body">
        {title !== undefined && <strong className="suivi-strong">{title}</strong>}
        {children}
      </div>
    </div>
  );
}
