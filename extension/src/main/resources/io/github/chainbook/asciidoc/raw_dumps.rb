# Asciidoctor looks for directives in every line, also in those of a dump: an `ifdef::` there would
# swallow the rest of the chapter, an `include::` would read a file. This keeps the preprocessor away
# from the lines of a delimited block below [iptables-save], [iptables-trace] or [topology], wherever it stands (in a
# list item, in an example). Other verbatim blocks are followed only to know that what stands in them is
# no block.
module Chainbook
  module RawDumps
    STYLE = /\A\[(?:iptables-(?:save|trace)|topology)[#%.,\]]/
    # What may stand between a block's style and its first line: more attributes, a title, blank lines,
    # line comments.
    METADATA = %r(\A(?:\[.*\]|\.[^\s.].*|//(?:[^/].*)?|\s*)\z)
    FENCE = %r(\A(?:-{4,}|\.{4,}|/{4,}|\+{4,}|`{3,}.*)\z)

    def process_line line
      return super if @skipping
      above, @chainbook_above = @chainbook_above, line
      if @chainbook_fence
        if line == @chainbook_fence
          @chainbook_fence = nil
        elsif @chainbook_raw
          @look_ahead += 1
          return line
        end
      elsif (FENCE.match? line) && !(chainbook_underline? line, above)
        @chainbook_fence = line.start_with?('`') ? line[/\A`+/] : line
        comment = line.start_with? '//'
        @chainbook_raw = !comment && @chainbook_dump
        @chainbook_dump = nil unless comment
      elsif STYLE.match? line
        @chainbook_dump = true
      elsif !(METADATA.match? line)
        @chainbook_dump = nil
      end
      super
    end

    # Whether a line of dashes or pluses is the second line of a section's title.
    def chainbook_underline? line, above
      (line.start_with? '-', '+') && above && !(METADATA.match? above) &&
        (above.match? /\w/) && (above.length - line.length).abs < 2
    end
  end
end

unless Asciidoctor::PreprocessorReader.include? Chainbook::RawDumps
  Asciidoctor::PreprocessorReader.prepend Chainbook::RawDumps
end
