import { mount } from 'svelte';
import '../../components/basics/theme.css';
import '../../components/basics/base.css';
import { showLanguage } from '../../components/app/language';
import App from './App.svelte';
import { openingSoon } from './opening';

showLanguage();
const target = document.getElementById('app');
if (target !== null) mount(App, { target, props: { opening: await openingSoon() } });
