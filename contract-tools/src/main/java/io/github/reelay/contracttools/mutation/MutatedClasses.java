package io.github.reelay.contracttools.mutation;

import java.util.Map;

/** A class loader that has some classes of its own and takes those before its parent's. */
final class MutatedClasses extends ClassLoader {
  private final Map<String, byte[]> own;

  MutatedClasses(Map<String, byte[]> own) {
    super(MutatedClasses.class.getClassLoader());
    this.own = own;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    byte[] bytes = own.get(name);
    if (bytes == null) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : defineClass(name, bytes, 0, bytes.length);
    }
  }
}
