// Tests of the commands.
import Testing
