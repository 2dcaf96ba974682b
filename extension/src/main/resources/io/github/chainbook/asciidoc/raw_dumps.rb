# Asciidoctor preprocesses the lines of every delimited block: an `ifdef::` in a dump would swallow the
# rest of the chapter, an `include::` would read a file. A block whose processor asks for raw lines
# (config raw_lines) gets them as they stand, before any directive in them is looked at.
module Chainbook
  module RawBlocks
    def build_block block_context, content_model, terminator, parent, reader, attributes, options = {}
      extension = options[:extension]
      if terminator && extension && extension.config['raw_lines']
        cursor = reader.cursor
        lines = reader.read_lines_until terminator: terminator, skip_processing: true, context: block_context, cursor: :at_mark
        super block_context, :compound, false, parent, (Asciidoctor::Reader.new lines, cursor), attributes, options
      else
        super
      end
    end
  end
end

unless Asciidoctor::Parser.singleton_class.include? Chainbook::RawBlocks
  Asciidoctor::Parser.singleton_class.prepend Chainbook::RawBlocks
end
