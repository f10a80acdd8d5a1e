import type { Host } from '../../host';

export function runCommand(host: Host, page: string, name: string, control: string): Promise<boolean> {
  return Promise.resolve(host.sessions.length >= 0 && page !== name && control !== '');
}
