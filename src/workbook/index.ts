export * from './gateway';
export { createGateway, type GatewayOptions } from './createGateway';
export { describeError } from './describeError';
