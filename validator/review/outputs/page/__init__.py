"""The one page of a review: what it shows at once, and what its script shows when somebody asks."""
