/**
 * Looks at the finished site with a browser. Every test is skipped, with the reason, where the site
 * is not built or no Chromium is installed.
 */
package io.github.chainbook.site;
