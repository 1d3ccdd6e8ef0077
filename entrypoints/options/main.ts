import { mount } from 'svelte';
import '../../components/basics/theme.css';
import '../../components/basics/base.css';
import { showLanguage } from '../../components/app/language';
import App from './App.svelte';
import { openingSoon } from './opening';

showLanguage();
const target = document.getElementById('app');
// Not awaited here: what is loaded meanwhile uses this script, and would wait until it has run to its end.
if (target !== null)
  void openingSoon().then((opening) => mount(App, { target, props: { opening } }));
