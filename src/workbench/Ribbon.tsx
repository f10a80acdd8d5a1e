import { useRef, type ReactNode } from 'react';
import { AddRegular, ArrowRedoRegular, ArrowUndoRegular, FolderOpenRegular, SaveRegular } from '@fluentui/react-icons';
import type { AddinManifest, RibbonButton } from './manifest';
import type { Switches } from './switches';
import { SwitchesGroup } from './SwitchesGroup';
import type { Words } from './words';

interface RibbonProps {
  readonly words: Words;
  readonly manifest: AddinManifest | null;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** The control whose command runs. */
  readonly running: string | null;
  readonly paneOpen: boolean;
  readonly onNew: () => void;
  readonly onOpen: (file: File) => void;
  readonly onSave: () => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onAddin: (button: RibbonButton) => void;
  readonly switches: Switches;
  readonly onSwitches: (switches: Switches) => void;
}

/** The strip of buttons: the file's own, those that the add-in's manifest declares, and what this Excel is to be. */
export function Ribbon(props: RibbonProps) {
  const { words, manifest } = props;
  const { ribbon } = words;
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <div role="toolbar" aria-label={ribbon.label} className="ribbon">
      <Group label={ribbon.file}>
        <Button label={ribbon.new} tip={ribbon.newTip} icon={<AddRegular />} onClick={props.onNew} />
        <Button
          label={ribbon.open}
          tip={ribbon.openTip}
          icon={<FolderOpenRegular />}
          onClick={() => chooser.current?.click()}
        />
        <Button label={ribbon.save} tip={ribbon.saveTip} icon={<SaveRegular />} onClick={props.onSave} />
        <input
          ref={chooser}
          type="file"
          hidden
          aria-label={ribbon.openTip}
          accept=".xlsx,.xlsm,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            // The same file may be chosen again.
            event.target.value = '';
            if (file) props.onOpen(file);
          }}
        />
      </Group>
      <Group label={ribbon.history}>
        <Button
          label={ribbon.undo}
          tip={ribbon.undoTip}
          icon={<ArrowUndoRegular />}
          disabled={!props.canUndo}
          onClick={props.onUndo}
        />
        <Button
          label={ribbon.redo}
          tip={ribbon.redoTip}
          icon={<ArrowRedoRegular />}
          disabled={!props.canRedo}
          onClick={props.onRedo}
        />
      </Group>
      {manifest?.groups.map((group) => (
        <Group key={group.id} label={group.label}>
          {group.buttons.map((button) => (
            <Button
              key={button.id}
              id={button.id}
              label={button.label}
              tip={button.tip}
              icon={button.icon === null ? null : <img src={button.icon} alt="" width={28} height={28} />}
              busy={props.running === button.id}
              disabled={props.running !== null}
              pressed={button.action.kind === 'pane' ? props.paneOpen : undefined}
              onClick={() => props.onAddin(button)}
            />
          ))}
        </Group>
      ))}
      <Group label={words.excel.label} look="ribbon-switches">
        <SwitchesGroup words={words} switches={props.switches} onChange={props.onSwitches} />
      </Group>
    </div>
  );
}

interface GroupProps {
  readonly label: string;
  readonly look?: 'ribbon-buttons' | 'ribbon-switches';
  readonly children: ReactNode;
}

function Group({ label, look = 'ribbon-buttons', children }: GroupProps) {
  return (
    <div role="group" aria-label={label} className="ribbon-group">
      <div className={look}>{children}</div>
      <div aria-hidden="true" className="ribbon-label">
        {label}
      </div>
    </div>
  );
}

interface ButtonProps {
  readonly id?: string;
  readonly label: string;
  readonly tip: string;
  readonly icon: ReactNode;
  readonly disabled?: boolean;
  readonly busy?: boolean;
  readonly pressed?: boolean | undefined;
  readonly onClick: () => void;
}

function Button({ id, label, tip, icon, disabled = false, busy = false, pressed, onClick }: ButtonProps) {
  return (
    <button
      type="button"
      data-control={id}
      className={`ribbon-button${busy ? ' busy' : ''}`}
      title={tip}
      disabled={disabled}
      aria-busy={busy || undefined}
      aria-pressed={pressed}
      onClick={onClick}
    >
      <span aria-hidden="true" className="ribbon-icon">
        {icon}
      </span>
      {label}
    </button>
  );
}
