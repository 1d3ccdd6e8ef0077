import { mount } from 'svelte';
import '../../components/basics/theme.css';
import '../../components/basics/base.css';
import App from './App.svelte';

const target = document.getElementById('app');
if (target !== null) mount(App, { target });
