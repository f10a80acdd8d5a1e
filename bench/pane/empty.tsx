import { Button, Field, FluentProvider, Input, webLightTheme } from '@fluentui/react-components';
import { createRoot } from 'react-dom/client';

/** The least that a pane with Fluent can be, built and served as ours is: what ours is timed beside. */
async function start(container: HTMLElement): Promise<void> {
  await Office.onReady();
  createRoot(container).render(
    <FluentProvider theme={webLightTheme}>
      <Field label="Text">
        <Input />
      </Field>
      <Button appearance="primary">Run</Button>
    </FluentProvider>,
  );
}

const container = document.getElementById('root');
if (container) void start(container);
