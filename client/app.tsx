import { lazy, Suspense, useState } from 'react';
import { Route, Routes } from 'react-router';
import { Explore } from './pages/explore.tsx';
import { NotFound } from './pages/not-found.tsx';
import { Header } from './panels/header.tsx';
import { Help } from './panels/help.tsx';
import { Loading } from './panels/states.tsx';
import { useAddressBar } from './state/address-bar.ts';
import { useKeys } from './state/keyboard.ts';

const ChangesPage = lazy(() => import('./pages/changes.tsx'));
const ComplexesPage = lazy(() => import('./pages/complexes.tsx'));
const CypherPage = lazy(() => import('./pages/cypher.tsx'));
const JudgePage = lazy(() => import('./pages/judge.tsx'));
const ReportPage = lazy(() => import('./pages/report.tsx'));
const RulesPage = lazy(() => import('./pages/rules.tsx'));

/** Header, and the page that the address names. */
export function App() {
  useAddressBar();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const focusSearch = (): void => document.getElementById('search')?.focus();
  useKeys({ '/': focusSearch, 'Ctrl+k': focusSearch, '?': () => setHelpOpen(true) });
  return (
    <div className="app">
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <Header onHelp={() => setHelpOpen(true)} />
      <main id="main" className="main">
        <Suspense fallback={<Loading what="the page" />}>
          <Routes>
            <Route path="/cypher" element={<CypherPage />} />
            <Route path="/changes/:before?/:after?" element={<ChangesPage />} />
            <Route path="/complexes/:id?/:grade?/:who?" element={<ComplexesPage />} />
            <Route path="/report/:kind/:id" element={<ReportPage />} />
            <Route path="/same-party" element={<JudgePage />} />
            <Route path="/rules" element={<RulesPage />} />
            <Route path="/" element={<Explore />} />
            <Route path="*" element={<NotFound />} />
          </Routes>
        </Suspense>
      </main>
      <Help isOpen={isHelpOpen} onClose={() => setHelpOpen(false)} />
    </div>
  );
}
