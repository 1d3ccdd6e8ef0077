import './begin';
import { mount } from 'svelte';
import '../../components/basics/theme.css';
import '../../components/basics/base.css';
import { showLanguage } from '../../components/app/language';
import { soon } from '../../components/app/soon';
import { readFirstStatus } from '../../utils/status/read';
import App from './App.svelte';

/** Milliseconds: what is stored is mostly here by now, and drawing once takes less than drawing twice. */
const PATIENCE = 40;

showLanguage();
const target = document.getElementById('app');
// Not awaited here: what is loaded meanwhile uses this script, and would wait until it has run to its end.
if (target !== null)
  void soon(readFirstStatus(), PATIENCE).then((first) => mount(App, { target, props: { first } }));
