export * from './gateway';
export { createGateway, type GatewayOptions } from './createGateway';
