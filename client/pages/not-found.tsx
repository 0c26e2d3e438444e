import { Link } from 'react-router';

/** For an address that names no page: says so, instead of showing another one as if it had been asked for. */
export function NotFound() {
  return (
    <div className="page">
      <h1>There is no page at this address</h1>
      <p>
        The link may have been cut. <Link to="/">Go to the first screen</Link>, or search for a party or a
        facility above.
      </p>
    </div>
  );
}
