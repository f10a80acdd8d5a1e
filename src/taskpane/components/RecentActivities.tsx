import { Button } from '@fluentui/react-components';
import type { Activity } from '../../plan';
import { useEnvironment } from '../environment';
import { useScreenWords } from '../screens/words';
import { withOccurrences } from '../state/dates';
import { recentActivities } from '../state/earlier';

const shownAtOnce = 10;

/** The activities entered last, each to be opened for editing. */
export default function RecentActivities({
  activities,
  onEdit,
}: {
  activities: readonly Activity[];
  onEdit: (activity: Activity) => void;
}) {
  const { language } = useEnvironment();
  const words = useScreenWords().edit;
  if (activities.length === 0) return <p className="suivi-quiet">{words.noRecent}</p>;
  return (
    <ul className="suivi-list">
      {recentActivities(activities, shownAtOnce).map((activity) => (
        <li key={activity.id}>
          <Button
            appearance="subtle"
            className="suivi-entry"
            title={words.editOne({ title: activity.title })}
            onClick={() => onEdit(activity)}
          >
            <span className="suivi-clamp">{activity.title}</span>
            <span className="suivi-quiet">
              {[activity.planNo ?? '', withOccurrences(activity.occurrences, language)].filter(Boolean).join(' · ')}
            </span>
          </Button>
        </li>
      ))}
    </ul>
  );
}
