# A postprocessor written in Java gets its output as a Java string, and fails where that is no text but a
# PDF. This one looks first, and calls the function that the book's register keeps for its pages.
require 'asciidoctor/extensions'

module Chainbook
  class FinishHtml < Asciidoctor::Extensions::Postprocessor
    def process document, output
      html = String === output && (document.basebackend? 'html')
      html ? document.attributes['chainbook-finisher'].apply(output) : output
    end
  end
end
