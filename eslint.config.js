import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

export default defineConfig(
  globalIgnores(['.output/', '.wxt/', '.demo/', 'coverage/', '**/*.d.json.ts']),
  {
    // A rule that is wrong for us is changed here, with its reason, and never switched off in a file.
    linterOptions: { noInlineConfig: true },
    rules: { 'max-lines': ['error', 300], eqeqeq: 'error' },
  },
  js.configs.recommended,
  ts.configs.recommendedTypeChecked,
  svelte.configs.recommended,
  {
    languageOptions: {
      globals: { ...globals.browser },
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.svelte'],
        parser: ts.parser,
      },
    },
    rules: {
      // The typical fault of a worker that may die: a promise that nobody waits for.
      '@typescript-eslint/no-floating-promises': 'error',
      // Listeners may be asynchronous: browsers ignore what they return.
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { arguments: false } },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // TypeScript itself knows every name, and these two only know some.
      'no-undef': 'off',
      'no-useless-assignment': 'off',
    },
  },
  {
    files: ['entrypoints/**', 'components/**', 'utils/**'],
    rules: { 'no-console': 'error', 'svelte/no-at-html-tags': 'error' },
  },
  {
    // ESLint sees what a component exports as `any`; svelte-check knows its types and checks them.
    files: ['**/*.svelte', '**/*.svelte.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['**/*.js'],
    extends: [ts.configs.disableTypeChecked],
    languageOptions: { globals: { ...globals.node } },
  },
);
