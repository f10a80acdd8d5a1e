/** What of the host needs Node: Excel's proxies on the bridge. */
export { connectBridge, type BridgeConnection, type BridgeOffice, type ExcelNamespace } from './wire/bridge';
