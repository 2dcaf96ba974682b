package io.github.chainbook.site;

import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;

/** A reader's screen: its width and whether the system is set to light or dark. */
enum Look {
  LIGHT_WIDE(ColorScheme.LIGHT, 1280, 900),
  DARK_WIDE(ColorScheme.DARK, 1280, 900),
  LIGHT_PHONE(ColorScheme.LIGHT, 390, 844),
  DARK_PHONE(ColorScheme.DARK, 390, 844);

  private final ColorScheme colours;
  private final int width;
  private final int height;

  Look(ColorScheme colours, int width, int height) {
    this.colours = colours;
    this.width = width;
    this.height = height;
  }

  ColorScheme colours() {
    return colours;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  @Override
  public String toString() {
    return colours.name().toLowerCase(Locale.ROOT) + "-" + width;
  }
}
