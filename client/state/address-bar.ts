import { useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { decodeView, encodeView, leavesDayOpen } from './view.ts';
import { today, viewStore } from './view-store.ts';

/**
 * Keeps the address bar and the view the same. A change of the view becomes a new address, so that the browser's
 * own back and forward work too; an address that comes from outside (a link, back, forward) becomes the view. One
 * that names no day gets the day shown, so that it can be handed on; only the bare first screen stays without.
 */
export function useAddressBar(): void {
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  useEffect(() => {
    if (encodeView(viewStore.getState()) !== normalised(search))
      viewStore.setState(decodeView(search, today()));
  }, [search]);
  useEffect(() => {
    const isShown = search === window.location.search;
    if (isShown && leavesDayOpen(search))
      void navigate({ pathname, search: `?${normalised(search)}` }, { replace: true });
  }, [navigate, pathname, search]);
  useEffect(
    () =>
      viewStore.subscribe((view) => {
        const next = encodeView(view);
        if (next === normalised(window.location.search)) return;
        void navigate({ pathname, search: `?${next}` });
      }),
    [navigate, pathname],
  );
}

/** Goes to the page with the canvas, with the view as it now is. */
export function useShowCanvas(): () => void {
  const navigate = useNavigate();
  return () => {
    void navigate({ pathname: '/', search: `?${encodeView(viewStore.getState())}` });
  };
}

/** The same view always gives the same text, however the address was written. */
function normalised(search: string): string {
  return encodeView(decodeView(search, today()));
}
