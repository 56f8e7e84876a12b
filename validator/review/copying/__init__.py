"""Text that reports share: candidates by MinHash, then compared character by character, less what everybody quotes."""

from validator.review.copying.comparing import Compared as Compared
from validator.review.copying.comparing import compared as compared
from validator.review.copying.prepared import Text as Text
