import type { CoverageRequest, CoverageWritten } from './gateway';
export function writeCoverage(_context: Excel.RequestContext, _request: CoverageRequest): Promise<CoverageWritten> {
  return Promise.reject(new Error('not yet'));
}
