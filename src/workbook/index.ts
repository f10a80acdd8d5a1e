export * from './gateway';
export { createGateway, prefetchGateway, type GatewayOptions } from './createGateway';
export { describeError } from './describeError';
