"""Text that reports share: candidates by MinHash, confirmed by edit distance, less what everybody quotes."""

from validator.review.copying.comparing import Compared as Compared
from validator.review.copying.comparing import Text as Text
from validator.review.copying.comparing import compared as compared
