/** @jest-environment jsdom */
import { readManifest } from './manifest';

const manifest = `<?xml version="1.0" encoding="UTF-8"?>
<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0" xsi:type="TaskPaneApp">
  <Id>0d5f1c6e-0000-4000-8000-000000000000</Id>
  <DefaultLocale>fr-CA</DefaultLocale>
  <DisplayName DefaultValue="Suivi du plan"><Override Locale="en-US" Value="Plan tracker"/></DisplayName>
  <VersionOverrides xmlns="http://schemas.microsoft.com/office/taskpaneappversionoverrides" xsi:type="VersionOverridesV1_0">
    <Hosts><Host xsi:type="Workbook"><DesktopFormFactor>
      <FunctionFile resid="Commands.Url"/>
      <ExtensionPoint xsi:type="PrimaryCommandSurface"><OfficeTab id="TabHome"><Group id="Suivi.Group">
        <Label resid="Group.Label"/>
        <Control xsi:type="Button" id="Pane.Button">
          <Label resid="Pane.Label"/>
          <Supertip><Title resid="Pane.Label"/><Description resid="Pane.Tip"/></Supertip>
          <Icon><bt:Image size="16" resid="Icon.16"/><bt:Image size="32" resid="Icon.32"/><bt:Image size="80" resid="Icon.80"/></Icon>
          <Action xsi:type="ShowTaskpane"><TaskpaneId>Pane</TaskpaneId><SourceLocation resid="Pane.Url"/></Action>
        </Control>
        <Control xsi:type="Button" id="Report.Button">
          <Label resid="Report.Label"/>
          <Supertip><Title resid="Report.Label"/><Description resid="Report.Tip"/></Supertip>
          <Action xsi:type="ExecuteFunction"><FunctionName>buildReport</FunctionName></Action>
        </Control>
      </Group></OfficeTab></ExtensionPoint>
    </DesktopFormFactor></Host></Hosts>
    <Resources>
      <bt:Images><bt:Image id="Icon.16" DefaultValue="https://x/assets/a-16.png"/><bt:Image id="Icon.32" DefaultValue="https://x/assets/a-32.png"/><bt:Image id="Icon.80" DefaultValue="https://x/assets/a-80.png"/></bt:Images>
      <bt:Urls><bt:Url id="Pane.Url" DefaultValue="https://x/taskpane.html"/><bt:Url id="Commands.Url" DefaultValue="https://x/commands.html"/></bt:Urls>
      <bt:ShortStrings>
        <bt:String id="Group.Label" DefaultValue="Suivi"><bt:Override Locale="en-US" Value="Tracking"/></bt:String>
        <bt:String id="Pane.Label" DefaultValue="Ouvrir le suivi"><bt:Override Locale="fr-FR" Value="Afficher le suivi"/><bt:Override Locale="en-US" Value="Open tracking"/></bt:String>
        <bt:String id="Report.Label" DefaultValue="Rapport"><bt:Override Locale="en-US" Value="Report"/></bt:String>
      </bt:ShortStrings>
      <bt:LongStrings><bt:String id="Pane.Tip" DefaultValue="Ajoute."/><bt:String id="Report.Tip" DefaultValue="Construit."/></bt:LongStrings>
    </Resources>
  </VersionOverrides>
</OfficeApp>`;

const here = (address: string) => address.replace('https://x/', '/addin/');

describe('readManifest', () => {
  it('reads names, icons and actions of the buttons', () => {
    expect(readManifest(manifest, 'fr-CA', here)).toEqual({
      id: '0d5f1c6e-0000-4000-8000-000000000000',
      name: 'Suivi du plan',
      groups: [
        {
          id: 'Suivi.Group',
          label: 'Suivi',
          buttons: [
            {
              id: 'Pane.Button',
              label: 'Ouvrir le suivi',
              tip: 'Ajoute.',
              icon: '/addin/assets/a-32.png',
              action: { kind: 'pane', page: '/addin/taskpane.html' },
            },
            {
              id: 'Report.Button',
              label: 'Rapport',
              tip: 'Construit.',
              icon: null,
              action: { kind: 'function', name: 'buildReport', page: '/addin/commands.html' },
            },
          ],
        },
      ],
    });
  });

  it.each([
    ['en-US', 'Open tracking'],
    ['en-CA', 'Open tracking'],
    ['fr-FR', 'Afficher le suivi'],
    ['de-DE', 'Ouvrir le suivi'],
  ])('in %s says “%s”', (locale, label) => {
    expect(readManifest(manifest, locale, here).groups[0]?.buttons[0]?.label).toBe(label);
  });

  it('refuses another document', () => {
    expect(() => readManifest('<html/>', 'fr-CA', here)).toThrow();
  });
});
