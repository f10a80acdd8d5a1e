import { delays, excelApis, limits, type Switches } from './switches';
import type { Words } from './words';

interface SwitchesGroupProps {
  readonly words: Words;
  readonly switches: Switches;
  readonly onChange: (switches: Switches) => void;
}

/** What the Excel of the page is to be: slow, old, read-only. At hand as the ribbon's buttons are. */
export function SwitchesGroup({ words, switches, onChange }: SwitchesGroupProps) {
  const { excel } = words;
  const offered = [...new Set([...delays, switches.delay])].sort((a, b) => a - b);
  return (
    <>
      <label>
        <span>{excel.answers}</span>
        <select
          title={excel.answersTip}
          value={switches.delay}
          onChange={({ target }) => onChange({ ...switches, delay: Number(target.value) })}
        >
          {offered.map((delay) => (
            <option key={delay} value={delay}>
              {excel.delay({ milliseconds: delay })}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{excel.version}</span>
        <select
          title={excel.versionTip}
          value={switches.excelApi}
          onChange={({ target }) => onChange({ ...switches, excelApi: target.value })}
        >
          {excelApis.map((version) => (
            <option key={version} value={version}>
              {`ExcelApi ${version}`}
            </option>
          ))}
        </select>
      </label>
      {limits.map((limit) => (
        <label key={limit} title={excel.limitTips[limit]}>
          <input
            type="checkbox"
            checked={switches.limits.includes(limit)}
            onChange={({ target }) =>
              onChange({
                ...switches,
                limits: limits.filter((each) => (each === limit ? target.checked : switches.limits.includes(each))),
              })
            }
          />
          {excel.limits[limit]}
        </label>
      ))}
    </>
  );
}
