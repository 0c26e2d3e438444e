import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Builds the client to `dist/client`. Everything it needs is bundled: no page of ours asks another server. */
export default defineConfig({
  root: 'client',
  plugins: [react()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    sourcemap: false,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:4680' } },
});
