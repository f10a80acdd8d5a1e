import { useState } from 'react';
import { deferred } from '../components/Deferred';
import { SettingsPanel, type SettingsPanelProps } from './SettingsPanel';

const DiagnosticScreen = deferred(() => import('../diagnostic/DiagnosticScreen'));

/** The settings; and, in their place until the person comes back to them, the diagnostic of this Excel. */
export default function SettingsScreen(props: Omit<SettingsPanelProps, 'hidden' | 'onDiagnose'>) {
  const [isDiagnosing, setIsDiagnosing] = useState(false);
  return (
    <>
      <SettingsPanel {...props} hidden={isDiagnosing} onDiagnose={() => setIsDiagnosing(true)} />
      {isDiagnosing && <DiagnosticScreen onClose={() => setIsDiagnosing(false)} />}
    </>
  );
}
