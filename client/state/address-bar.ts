import { useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { decodeView, encodeView } from './view.ts';
import { today, viewStore } from './view-store.ts';

/**
 * Keeps the address bar and the view the same. A change of the view becomes a new address, so that the browser's
 * own back and forward work too; an address that comes from outside (a link, back, forward) becomes the view.
 */
export function useAddressBar(): void {
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  useEffect(() => {
    const shown = encodeView(viewStore.getState(), today());
    if (shown !== normalised(search)) viewStore.setState(decodeView(search, today()));
  }, [search]);
  useEffect(
    () =>
      viewStore.subscribe((view) => {
        const next = encodeView(view, today());
        if (next === normalised(window.location.search)) return;
        void navigate({ pathname, search: next === '' ? '' : `?${next}` });
      }),
    [navigate, pathname],
  );
}

/** Goes to the page with the canvas, with the view as it now is. */
export function useShowCanvas(): () => void {
  const navigate = useNavigate();
  return () => {
    const search = encodeView(viewStore.getState(), today());
    void navigate({ pathname: '/', search: search === '' ? '' : `?${search}` });
  };
}

/** The same view always gives the same text, however the address was written. */
function normalised(search: string): string {
  return encodeView(decodeView(search, today()), today());
}
