import type { NextFunction, Request, Response } from 'express';
import { RefusedError } from '../errors.ts';

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Refuses requests that another site's page makes through the analyst's browser: a Host that is not ours (DNS
 * rebinding), an Origin that is not the Host, or a cross-site fetch that carries no Origin at all. Following a link
 * from elsewhere to a page of ours is no such request.
 *
 * @param allowedHosts names beside loopback under which the server is meant to be asked, without port
 */
export function guard(allowedHosts: readonly string[]) {
  const names = new Set([...LOOPBACK, ...allowedHosts.map((name) => name.toLowerCase())]);
  return (request: Request, _: Response, next: NextFunction): void => {
    const host = (request.headers.host ?? '').toLowerCase();
    if (!names.has(withoutPort(host))) {
      throw new RefusedError(
        `This server does not answer to the name "${host}".`,
        'Open it as http://localhost, or name the host in INTERLOCK_ALLOWED_HOSTS.',
      );
    }
    if (isForeign(request, host))
      throw new RefusedError(
        'Requests from the page of another site are refused.',
        'Use Interlock from its own address.',
      );
    next();
  };
}

function withoutPort(host: string): string {
  return host.replace(/:\d+$/, '');
}

function isForeign({ headers }: Request, host: string): boolean {
  const { origin } = headers;
  if (origin !== undefined) return hostOf(origin) !== host;
  const site = headers['sec-fetch-site'];
  const isNavigation = headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
  return site !== undefined && site !== 'same-origin' && site !== 'none' && !isNavigation;
}

function hostOf(origin: string): string {
  try {
    return new URL(origin).host.toLowerCase();
  } catch {
    return '';
  }
}
