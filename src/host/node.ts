/** What of the host needs Node: Excel's proxies on the bridge. */
export { connectBridge, type BridgeConnection, type BridgeOffice, type ExcelNamespace } from './wire/bridge';
export { readOfficeFile } from './wire/office-files';
export { native as nativeCompression } from './xlsx/package/node-compression';
export { readWireSchema, type WireClass, type WireSchema } from './wire/schema';
export { definedClasses, type ClassMembers } from './objects/define';
